import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parse } from 'valibot';
import { GrantId, VerbatimError } from '../contract/index.ts';

/** What a person allowed: a file or folder to read, a place to write, or a library to open. */
export type GrantKind = 'read' | 'write' | 'library';

/**
 * Files as capabilities. A host turns what a person chose (dialog, drop, upload, argument) into a
 * token; the renderer holds tokens and never names a path. Tokens live as long as the program.
 */
export class Grants {
  readonly #paths = new Map<
    GrantId,
    { readonly path: string; readonly kind: GrantKind; readonly temporary: boolean }
  >();

  /** `temporary`: the file is an upload that is gone when the program ends, so nothing may refer to it later. */
  issue(path: string, kind: GrantKind, options: { readonly temporary?: boolean } = {}): GrantId {
    const id = parse(GrantId, randomBytes(18).toString('base64url'));
    this.#paths.set(id, { path: resolve(path), kind, temporary: options.temporary ?? false });
    return id;
  }

  /** Whether what is behind a token is gone when the program ends. */
  isTemporary(id: GrantId): boolean {
    return this.#paths.get(id)?.temporary ?? false;
  }

  /** The path behind a token. Throws `grant-unknown` for a token that was never issued, or for another use. */
  resolve(id: GrantId, kind: GrantKind): string {
    const grant = this.#paths.get(id);
    if (grant === undefined || grant.kind !== kind)
      throw new VerbatimError(
        'grant-unknown',
        'This file was not chosen in this session, or not for this. Choose it again.',
      );
    return grant.path;
  }
}
