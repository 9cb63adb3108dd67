// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../../support/document.ts';
import { getAllByRole, getByRole, queryByRole, waitFor } from '@testing-library/dom';
import { useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { LongList } from '../../../../renderer/shared/parts/long-list.tsx';
import { axeFinds, giveHeights, person, show } from '../../../support/document.ts';

giveHeights({ list: 400, row: 40 });

/** A hundred thousand articles, with a cursor that arrow keys move. */
function Articles({ total = 100_000 }: { readonly total?: number }) {
  const [at, setAt] = useState(0);
  const go = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(at + 1);
    if (event.key === 'End') setAt(total - 1);
  };
  return (
    <main>
      <h1>Library</h1>
      <LongList
        total={total}
        estimate={40}
        at={at}
        identity="all"
        version={0}
        onWindow={noWindow}
        attributes={{
          role: 'listbox',
          tabIndex: 0,
          'aria-label': 'Results',
          'aria-activedescendant': `article-${at}`,
          onKeyDown: go,
        }}
        rowAttributes={(index) => ({
          id: `article-${index}`,
          role: 'option',
          'aria-selected': index === at,
          'aria-setsize': total,
          'aria-posinset': index + 1,
        })}
        row={(index) => <p>Article {index}</p>}
      />
    </main>
  );
}
function noWindow(): void {}

it('draws only the rows near its window, and says how many there are', async () => {
  show(<Articles />);
  const drawn = getAllByRole(document.body, 'option');
  expect(drawn.length).toBeGreaterThanOrEqual(10);
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]?.getAttribute('aria-setsize')).toBe('100000');
  expect(await axeFinds()).toEqual([]);
});

it('has the row at the cursor in the page wherever the keyboard goes', async () => {
  const user = person();
  show(<Articles />);
  await user.tab();
  const list = getByRole(document.body, 'listbox', { name: 'Results' });
  expect(document.activeElement).toBe(list);
  const isAt = (name: string) =>
    waitFor(() => {
      const row = getByRole(document.body, 'option', { selected: true });
      expect(row.textContent).toBe(name);
      expect(list.getAttribute('aria-activedescendant')).toBe(row.id);
    });
  await isAt('Article 0');
  await user.keyboard('{ArrowDown>30/}');
  await isAt('Article 30');
  await user.keyboard('{End}');
  await isAt('Article 99999');
  expect(queryByRole(document.body, 'option', { name: 'Article 30' })).toBeNull();
});

it('begins at the top again when it is another list', () => {
  const draw = show(<Articles />);
  getByRole(document.body, 'listbox').scrollTop = 4000;
  draw(<Articles key="other" total={3} />);
  expect(getAllByRole(document.body, 'option').map(({ textContent }) => textContent)).toEqual([
    'Article 0',
    'Article 1',
    'Article 2',
  ]);
});
