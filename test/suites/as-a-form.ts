/** Fields that a page may put beside a captcha, and what a form with them would send. */
export const asAForm = {
  fields: `
    <label><input type="checkbox" name="news" value="yes">News</label>
    <label><input type="checkbox" name="terms" value="yes" checked>Terms</label>
    <label><input type="radio" name="when" value="daily" checked>Daily</label>
    <label><input type="radio" name="when" value="weekly">Weekly</label>
    <input type="hidden" name="old" value="1" disabled>
    <fieldset disabled><input type="hidden" name="older" value="1"></fieldset>
    <input type="hidden" name="empty" value="">
    <label>City <select name="city"><option>Quito<option selected>Lima</select></label>
    <label>Land <select name="land"><option value="" disabled selected>Which?<option>Peru</select></label>
    <button type="button" name="again" value="1">Another picture</button>
    <input type="reset" name="reset" value="Reset">`,
  sent: { terms: 'yes', when: 'daily', empty: '', city: 'Lima' },
};
