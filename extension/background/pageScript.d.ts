/** The page script's file name in the built extension; the build makes it one self-contained file. */
declare module '*?script' {
  const fileName: string;
  export default fileName;
}
