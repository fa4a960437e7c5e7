export default function Screen() {
  return (
    <main class="page">
      <h1>The score shows where it hurts. The conversation shows why.</h1>
    </main>
  );
}
