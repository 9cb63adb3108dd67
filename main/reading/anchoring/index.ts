export { contextLength, selectorsFor } from '../../contract/selectors.ts';
export { type Placed, placeAgain, thresholds } from './place-again.ts';
