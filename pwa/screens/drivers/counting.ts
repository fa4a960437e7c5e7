import { computed, type ReadonlySignal } from '@preact/signals-core';
import { type Codebook, type DriverTable, type InterviewFacts, LiveDrivers } from '#core/themes/index.ts';
import type { Band } from '#core/waves/index.ts';
import { inSegment, type SegmentChoice } from './segmentChoice.ts';

/** What is counted. */
export interface CountedFrom {
  facts: ReadonlySignal<readonly InterviewFacts[] | null>;
  codebook: ReadonlySignal<Codebook | null>;
  segment: ReadonlySignal<SegmentChoice | null>;
  band: ReadonlySignal<Band>;
}

/**
 * The driver table of a band within a segment, null until everything is read. An interview that changes, in whatever tab,
 * has its own themes counted again; only another codebook or segment has everything counted from the start.
 */
export function countDrivers({ facts, codebook, segment, band }: CountedFrom) {
  const live = computed(() => {
    void segment.value;
    return codebook.value && new LiveDrivers(codebook.value);
  });
  // A new object each time, since what it holds has changed: whoever reads it is to look again.
  const counted = computed(() => {
    if (!live.value || !facts.value) return null;
    live.value.follow(inSegment(facts.value, segment.value));
    return { live: live.value };
  });
  return computed((): DriverTable | null => counted.value?.live.table(band.value) ?? null);
}
