/** Theme, size and width. */
export const appearance = {
  title: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', paper: 'Paper', sepia: 'Sepia', night: 'Night' },
  size: 'Text size',
  width: 'Line length',
  pixels: (size: number) => `${size} px`,
  characters: (count: number) => `${count} characters`,
  specimen: 'The wardens of Port Ellery will go on walking the quays at night, and nobody will be asked for papers.',
} as const;
