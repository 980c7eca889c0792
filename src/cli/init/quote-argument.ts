/** An argument as it is typed into a POSIX shell (POSIX.1-2017, "Quoting"). */
export const quoteArgument = (argument: string): string =>
  /^[\w./@:=+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
