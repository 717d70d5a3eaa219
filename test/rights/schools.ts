export const bearCreekHigh = '255903001';
export const bearCreekMiddle = '255903044';
export const grandBendHigh = '255901001';
