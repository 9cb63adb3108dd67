import { posix } from 'node:path';
import { VerbatimError } from '../../../../contract/index.ts';
import type { ContainerSource, Member, OpenContainer } from '../../../format.ts';
import { readWhole } from '../../../shared/package/package.ts';
import { openZipSource } from '../../../shared/zip/zip-source.ts';
import { largestMember, tooLargeMember } from '../../containers/member-limits.ts';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  const zip = await openZipSource(source.path);
  const page = zip.files.find(({ path }) => path === 'index.html');
  if (page === undefined) {
    await zip.close();
    throw new VerbatimError(
      'unsupported',
      'It is a page that SingleFile compressed, and the page is not where SingleFile puts it. Open it in a browser and save it again, uncompressed.',
    );
  }
  return {
    async *members(): AsyncIterable<Member> {
      if (source.after !== null) return;
      const { path, size } = page;
      if (size > largestMember) yield { kind: 'refused', path, reason: tooLargeMember, position: '1' };
      else {
        const bytes = await readWhole(zip, path, largestMember);
        yield { kind: 'file', path, bytes, modified: null, record: null, position: '1' };
      }
    },
    async resource(member, address) {
      const path = posix.join(posix.dirname(member), address);
      return zip.has(path) ? readWhole(zip, path, largestMember) : null;
    },
    close: () => zip.close(),
  };
}
