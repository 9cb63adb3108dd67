export * from '../../contract/canonical-text.ts';
