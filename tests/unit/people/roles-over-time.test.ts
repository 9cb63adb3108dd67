import { expect, it } from 'vitest';
import type { ArticleId, SpeakerRoleId } from '../../../main/contract/index.ts';
import { type RoleTold, rolesOverTime } from '../../../main/reading/people/roles-over-time.ts';

const article = (title: string) => ({ id: title as ArticleId, title });

function told(role: string, since: string | null, until: string | null, statements = 1): RoleTold {
  return {
    role,
    organization: null,
    since,
    until,
    firstSaid: article(`${role} ${since}`),
    lastSaid: article(`${role} ${until}`),
    statements,
  };
}

it('joins one role in several wordings, with its first and its last article', () => {
  expect(
    rolesOverTime(
      [
        told('Police Chief', '2016-02', '2016-03', 2),
        told('police chief', '2015', '2019-01-04', 5),
        told('Police-chief', null, null),
      ],
      [],
    ),
  ).toEqual([
    {
      role: 'police chief',
      organization: null,
      since: '2015',
      until: '2019-01-04',
      firstSaid: article('police chief 2015'),
      lastSaid: article('police chief 2019-01-04'),
      statements: 8,
      kept: null,
    },
  ]);
});

it('puts the latest first and what has no day last; a role that a person keeps stays apart', () => {
  const kept = 'kept' as SpeakerRoleId;
  const roles = rolesOverTime(
    [told('mayor', '2020', '2024'), told('warden', null, null), told('pilot', '2001', '2009')],
    [{ role: 'mayor', organization: null, since: '2019', until: null, kept, said: null }],
  );
  expect(roles.map((role) => [role.role, role.kept])).toEqual([
    ['mayor', null],
    ['mayor', kept],
    ['pilot', null],
    ['warden', null],
  ]);
});
