/** "VBTM": what `file` and other programs can know a library by. */
export const applicationId = 0x5642544d;
