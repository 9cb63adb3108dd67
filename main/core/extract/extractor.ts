import type { FormatReader } from '../../formats/format.ts';
import { readerByName, readers } from '../../formats/registry.ts';

/** Ends the name of the extractor of a revision that a person corrected. */
export const correction = '+person';

/** What a revision says that it was made by: "html/2". */
export function extractorOf(reader: Pick<FormatReader, 'name' | 'version'>): string {
  return `${reader.name}/${reader.version}`;
}

/** The same with a person's correction on top: "html/2+person". */
export function correctedBy(extractor: string): string {
  return extractor.endsWith(correction) ? extractor : extractor + correction;
}

/** Whether reading the original again would be done by the same version of the same reader. */
export function isPresent(extractor: string, format: string): boolean {
  const reader = readerByName(format);
  return reader !== null && extractor.replace(correction, '') === extractorOf(reader);
}

/** The extractors of today. */
export function presentExtractors(): string[] {
  return readers.map(extractorOf);
}
