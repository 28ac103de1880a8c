<?php
/** How the demo's site takes readers from everywhere; a publisher chooses that in the plugin's settings. */

namespace Newsrack\Demo;

// WordPress refuses comments without a login over REST unless a site opts in.
if (!defined('NEWSRACK_ANONYMOUS_COMMENTS') || NEWSRACK_ANONYMOUS_COMMENTS) {
    add_filter('rest_allow_anonymous_comments', '__return_true');
}

// One comment in 15 seconds from one address or e-mail: test runs that post quickly switch it off.
if (defined('NEWSRACK_COMMENT_FLOOD') && !NEWSRACK_COMMENT_FLOOD) {
    remove_filter('check_comment_flood', 'check_comment_flood_db');
    add_filter('comment_flood_filter', '__return_false', 99);
}

// Until somebody saves other ones.
add_filter('default_option_newsrack', fn () => [
    'newsletter' => true,
    'builder' => defined('NEWSRACK_BUILDER') ? NEWSRACK_BUILDER : '',
]);
