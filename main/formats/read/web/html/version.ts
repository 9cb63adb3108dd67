/**
 * The version of how markup is read. Other kinds of file hold pages and pieces of markup; their readers have
 * this in versions of their own, so that *Extract again* finds whatever was made by an older reading.
 */
export const markupVersion = '4';
