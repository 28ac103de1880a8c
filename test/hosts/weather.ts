import type { Site } from '../wordpress-api.js';

/** What a source may be like from one hour to the next. */
export const weathers = ['fine', 'failing', 'stalled', 'empty'] as const;
export type Weather = (typeof weathers)[number];

/** Makes all data of a site come as the present weather has it; returns what changes that. */
export function exposeToWeather(site: Site): (weather: Weather) => void {
  let weather: Weather = 'fine';
  /** In fine weather the site's own routes answer. */
  class InBadWeather extends RegExp {
    override test(url: string): boolean {
      return weather !== 'fine' && super.test(url);
    }
  }
  site.route(new InBadWeather('wp-json|rest_route'), () => {
    if (weather === 'stalled') return { silent: true };
    return weather === 'empty' ? { json: [] } : { status: 500, body: '<h1>500</h1>' };
  });
  return (next) => (weather = next);
}
