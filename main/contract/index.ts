export * from './document.ts';
export * from './errors.ts';
export * from './events.ts';
export * from './ids.ts';
export * from './jobs.ts';
export * from './methods.ts';
export * from './records.ts';
export * from './wire.ts';
