declare module "jstat" {
  /** Of the library only what is called here. */
  const jStat: { chisquare: { cdf(x: number, degrees: number): number } };
  export default jStat;
}
