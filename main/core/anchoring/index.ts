export { type Placed, placeAgain, thresholds } from './place-again.ts';
export { contextLength, selectorsFor } from './selectors.ts';
