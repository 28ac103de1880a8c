<?php
/** Job titles and portraits of authors: WordPress has no job title, and asks gravatar.com for faces. */

namespace Newsrack\Demo;

const JOB_TITLE = 'job_title';
const PORTRAIT = 'portrait';

add_action('init', function () {
    register_meta('user', JOB_TITLE, [
        'type' => 'string',
        'single' => true,
        'description' => 'What the author does for the publisher.',
        'sanitize_callback' => 'sanitize_text_field',
        'show_in_rest' => true,
    ]);
});

// Answering before WordPress does keeps readers' and authors' addresses from gravatar.com.
add_filter('pre_get_avatar_data', function ($data, $who) {
    $user = user_of($who);
    $portrait = $user ? (int) get_user_meta($user->ID, PORTRAIT, true) : 0;
    $url = $portrait ? wp_get_attachment_image_url($portrait, $data['size'] > 150 ? 'medium' : 'thumbnail') : '';
    $data['url'] = $url ?: content_url('uploads/no-portrait.svg');
    $data['found_avatar'] = (bool) $url;
    return $data;
}, 10, 2);

function user_of($who)
{
    if ($who instanceof \WP_User) {
        return $who;
    }
    if ($who instanceof \WP_Comment) {
        return $who->user_id ? get_user_by('id', $who->user_id) : false;
    }
    if ($who instanceof \WP_Post) {
        return get_user_by('id', $who->post_author);
    }
    return is_numeric($who) ? get_user_by('id', (int) $who) : get_user_by('email', (string) $who);
}
