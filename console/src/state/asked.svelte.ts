import type { Desk } from './desk.svelte'

/**
 * What a page asks the station, and asks again whenever something was said on the line. The last question wins: an earlier answer that
 * comes later is dropped. What was answered stays while it is asked again, so that nothing jumps.
 */
export class Asked<T> {
  value = $state.raw<T | undefined>(undefined)
  /** Why there is no newer answer, in the officer's language; empty if there is one. */
  trouble = $state('')
  asking = $state(false)
  #question = 0

  constructor(
    readonly desk: () => Desk,
    readonly question: () => Promise<T>,
    /** Not where the station writes down each asking. */
    follows = true,
  ) {
    $effect(() => {
      if (follows) void desk().moved
      void this.ask()
    })
  }

  async ask(): Promise<void> {
    const mine = ++this.#question
    this.asking = true
    try {
      const answer = await this.question()
      if (mine !== this.#question) return
      this.value = answer
      this.trouble = ''
    } catch (cause) {
      const trouble = this.desk().met(cause)
      if (mine === this.#question) this.trouble = trouble
    } finally {
      if (mine === this.#question) this.asking = false
    }
  }
}
