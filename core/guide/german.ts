import type { Guide, Question } from './guide.ts';

const wait = 'Zählen Sie im Stillen bis fünf, bevor Sie weitersprechen.';
const echo = 'Wiederholen Sie die letzten Worte Ihres Gegenübers als Frage.';
const playBack = 'Ich fasse zusammen, was bei mir angekommen ist. Wo liege ich falsch?';

/** By question: how it is asked in German, then its probes in their order. */
const wording: Readonly<Record<string, readonly [text: string, ...probes: string[]]>> = {
  'score-reason': [
    'Sie haben {score} von 10 Punkten gegeben. Was ging Ihnen dabei durch den Kopf?',
    wait,
    echo,
    'Was hat sonst noch hineingespielt?',
  ],
  'score-fell-short': [
    'An welcher Stelle haben wir Ihnen nicht gegeben, was Sie gebraucht hätten, und wann ist Ihnen das zuerst aufgefallen?',
    'Erzählen Sie mir mehr davon.',
    'Was hatten Sie stattdessen erwartet?',
    'Und wozu hat das bei Ihnen geführt?',
  ],
  'score-distance': [
    'Was lag zwischen Ihrer {score} und einer 9 oder 10?',
    'Was gehört sonst noch zu diesem Abstand?',
    'Wie sähe eine 10 an einem gewöhnlichen Tag aus?',
    'Was würde Ihnen das ermöglichen?',
  ],
  'score-keep': [
    'Was würde Ihnen am meisten fehlen, wenn es uns morgen nicht mehr gäbe?',
    'Was würde Ihnen sonst noch fehlen?',
    'Wie sind Sie vorher zurechtgekommen?',
    'Und warum ist Ihnen das wichtig?',
  ],
  'score-weight': [
    'Von allem, was Sie genannt haben: Was hat bei Ihrer Antwort am schwersten gewogen?',
    'Warum steht das über allem anderen?',
    'Wie verhält sich das Übrige dazu?',
    playBack,
  ],
  'score-balance': [
    'Wenn mehr vom einen weniger vom anderen bedeuten würde: Worauf würden Sie wofür verzichten?',
    'Was macht das zu einem guten Tausch?',
    'Und was hätten Sie davon?',
    echo,
  ],
  'score-kind': [
    'Was ist in Ihrem Unternehmen oder in Ihrer Rolle anders als bei anderen Kunden?',
    wait,
    'Können Sie mir ein Beispiel geben?',
    echo,
  ],
  'score-kind-enterprise': [
    'Was braucht eine Organisation wie Ihre, was andere vielleicht nicht brauchen, und wie zeigt sich das in Ihrer Antwort?',
    'Können Sie mir ein Beispiel geben?',
    'Welche Ihrer Abteilungen würden anders antworten, und wie?',
    wait,
  ],
  'score-kind-small': [
    'Worauf kommt es in einem Unternehmen Ihrer Größe an, was in einem größeren vielleicht weniger zählt, und wie zeigt sich das in Ihrer Antwort?',
    'Können Sie mir ein Beispiel geben?',
    'Was ist an Ihrer Arbeitsweise sonst noch besonders?',
    wait,
  ],
  'experience-episode': [
    'Denken Sie an das letzte Mal, als das eine Rolle gespielt hat. Was ist passiert, von Anfang an?',
    'Wie ging es dann weiter?',
    'Was haben Sie gesehen, und was haben Sie getan?',
    wait,
  ],
  'experience-often': [
    'Wie oft kommt das vor, und seit wann?',
    'Wann war das Mal davor?',
    'Was war anders, als es nicht vorkam?',
    echo,
  ],
  'experience-consequence': [
    'Was hat das für Sie und Ihre Kolleginnen und Kollegen bedeutet?',
    'Und was hat sich daraus ergeben?',
    'Um wie viel Zeit oder Geld ging es dabei?',
    playBack,
  ],
  'experience-people': [
    'Mit wem hatten Sie bei uns zu tun, und wie lief das?',
    'Und mit wem noch?',
    'Was wurde getan, und was hätten Sie gebraucht?',
    echo,
  ],
  'experience-fit-enterprise': [
    'Womit muss unser Produkt bei Ihnen zusammenpassen: Systeme, Vorgaben, Menschen? Wie klappt das?',
    'Wer hat sonst noch damit zu tun?',
    'Woran merken Sie das?',
    'Und was folgt daraus für Sie?',
  ],
  'experience-effort-small': [
    'Denken Sie an die Zeit und das Geld, die Sie hineingesteckt haben. Was ist zurückgekommen, und wann?',
    'Woran haben Sie das gemerkt?',
    'Was hat Sie am meisten Zeit gekostet?',
    'Was hätten Sie mit dieser Zeit sonst gemacht?',
  ],
  'experience-promise-new': [
    'Was haben Sie erwartet, als Sie sich für uns entschieden haben, und wie verhält sich das zu dem, was Sie heute haben?',
    'Woher kam diese Erwartung?',
    'Wann ist Ihnen das zum ersten Mal aufgefallen?',
    playBack,
  ],
  'experience-years-long': [
    'Wie haben sich Ihre Anforderungen in den Jahren mit uns verändert, und wie haben wir uns verändert?',
    'Wann ist Ihnen das aufgefallen?',
    'Was ist gleich geblieben?',
    'Was heißt das für die kommenden Jahre?',
  ],
  'experience-workaround': [
    'Was haben Sie bisher unternommen, und was ist dabei herausgekommen?',
    'Was haben Sie sonst noch versucht?',
    'Was hätte geschehen müssen, damit es klappt?',
    'Was kostet Sie der Umweg?',
  ],
  'experience-ordinary': [
    'Nehmen Sie mich mit durch eine gewöhnliche Woche mit uns. Was fällt Ihnen auf, und was fällt Ihnen kaum auf?',
    'Was gehört sonst noch zu dieser Woche?',
    'Warum fällt Ihnen gerade das auf?',
    echo,
  ],
  'experience-best': [
    'Erzählen Sie mir von einem Mal, als es so lief, wie es sein soll. Woran lag das?',
    'Wer oder was hat dazu beigetragen?',
    'Und was wurde dadurch möglich?',
    echo,
  ],
  'competition-known': [
    'Welche anderen Wege kennen Sie, diese Aufgabe zu lösen?',
    'Welche fallen Ihnen noch ein?',
    'Wie sind Sie darauf gestoßen?',
    wait,
  ],
  'competition-weighed': [
    'Welche davon haben Sie sich genauer angesehen, und was war der Anlass?',
    'Was haben Sie verglichen?',
    'Wer hatte dabei noch mitzureden?',
    playBack,
  ],
  'competition-say-enterprise': [
    'Wer entscheidet bei Ihnen noch mit, was genutzt wird, und was würden diese Leute mir sagen?',
    'Worauf achten sie zuerst?',
    'Wer spricht für uns, und wer für einen anderen Weg?',
    echo,
  ],
  'competition-again': [
    'Wenn Sie heute noch einmal wählen würden: Was würden Sie abwägen, und wo stünden wir im Vergleich?',
    'Was gäbe den Ausschlag?',
    'Und warum würde gerade das entscheiden?',
    echo,
  ],
  'competition-ahead': [
    'Verglichen mit den anderen, die Sie kennen: Wo sind wir voraus, und wo liegen wir zurück?',
    'Woran merken Sie das?',
    'Welchen Unterschied macht das für Sie?',
    'Was noch?',
  ],
  'competition-told': [
    'Wenn Sie jemand fragt, was zu empfehlen ist: Was erzählen Sie über uns und was über die anderen?',
    'Was wird dann zurückgefragt?',
    'Wen würden Sie nicht zu uns schicken?',
    echo,
  ],
  'priorities-one': [
    'Wenn wir eine einzige Sache ändern würden: Welche Änderung wäre für Sie die wichtigste?',
    'Was wäre am Tag danach anders?',
    'Und was würde sich dadurch für Sie ändern?',
    wait,
  ],
  'priorities-win-back': [
    'Was müssten Sie von uns sehen, um eine andere Antwort zu geben?',
    'Woran würden Sie erkennen, dass es geschehen ist?',
    'Bis wann müsste es so weit sein?',
    playBack,
  ],
  'priorities-step': [
    'Was müsste geschehen, damit Sie uns von sich aus im Kollegenkreis erwähnen?',
    'Wie weit ist das heute entfernt?',
    'Was steht dem im Weg?',
    playBack,
  ],
  'priorities-never': [
    'Was auch immer wir sonst ändern: Was muss bleiben, wie es ist?',
    'Was würde geschehen, wenn es nicht so bliebe?',
    'Und warum ist das wichtig?',
    playBack,
  ],
  'priorities-lower': [
    'Was müsste geschehen, damit Ihre Bewertung beim nächsten Mal niedriger ausfällt?',
    'Woran würden Sie es zuerst merken?',
    'Was könnte Ihre Bewertung sonst noch drücken?',
    playBack,
  ],
  'priorities-second': [
    'Und nach dieser Änderung: Was käme als Nächstes?',
    'Wie verhalten sich die beiden zueinander?',
    'Was käme für Sie an letzter Stelle?',
    echo,
  ],
  'priorities-unasked': [
    'Was habe ich nicht gefragt, was ich hätte fragen sollen?',
    wait,
    'Was sollte ich sonst noch wissen?',
    playBack,
  ],
};

/** The same questions under the same ids, in German: what is noted under one can be read beside the other. */
export const inGerman = (guide: Guide): Guide => ({
  ...guide,
  id: `${guide.id}-de`,
  version: 1,
  name: 'Nachgespräch',
  language: 'de',
  questions: guide.questions.map(translated),
});

function translated(question: Question): Question {
  const [text, ...probes] = wording[question.id] ?? [];
  if (text === undefined || probes.length !== question.probes.length)
    throw new Error(`the German guide lacks words for ${question.id}`);
  return { ...question, text, probes: question.probes.map((p, i) => ({ ...p, text: probes[i] ?? p.text })) };
}
