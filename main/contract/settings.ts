import * as v from 'valibot';
import { CitationTemplate, defaultCitationTemplate } from './citations.ts';

export const Theme = v.picklist(['system', 'paper', 'sepia', 'night']);

/** How sure a suggestion is: the share of its kind that is right. */
export const Sureness = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

export const Settings = v.object({
  theme: Theme,
  /** Reading size in CSS pixels. */
  textSize: v.pipe(v.number(), v.integer(), v.minValue(14), v.maxValue(30)),
  /** Measure in characters. */
  textWidth: v.pipe(v.number(), v.integer(), v.minValue(48), v.maxValue(84)),
  /** Suggestions of statements that are less sure are not shown until asked for; 0 to 1. */
  leastSure: Sureness,
  /** How words are copied with their citation. */
  citation: CitationTemplate,
});

export type Settings = v.InferOutput<typeof Settings>;

export const defaultSettings: Settings = {
  theme: 'system',
  textSize: 19,
  textWidth: 66,
  leastSure: 0.65,
  citation: defaultCitationTemplate,
};
