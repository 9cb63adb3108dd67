/** How `show` prints an article. */
export const showFormats = ['text', 'markdown', 'json'] as const;
export type ShowFormat = (typeof showFormats)[number];
