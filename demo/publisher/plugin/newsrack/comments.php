<?php
/**
 * Comments from readers of chosen sites, over REST and without a login. The browser says where a
 * comment was written, and a script that is no browser can lie: the list keeps other sites out, not spam.
 * WordPress' rules for holding comments, and plugins against spam, see each comment as ever.
 */

namespace Newsrack;

defined('ABSPATH') || exit;

add_filter('rest_allow_anonymous_comments', function ($allowed, $request) {
    $origins = setting('origins');
    if (!$origins) {
        return $allowed;
    }
    $origins[] = origin_of(home_url());
    return in_array((string) $request->get_header('origin'), $origins, true);
}, 20, 2);
