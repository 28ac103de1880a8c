<?php
/** Settings → Newsrack. WordPress' options.php checks who saves and the form's nonce. */

namespace Newsrack;

defined('ABSPATH') || exit;

add_action('admin_init', function () {
    register_setting(SETTINGS, SETTINGS, ['type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\clean_settings']);
});

add_action('admin_menu', function () {
    add_options_page('Newsrack', 'Newsrack', 'manage_options', SETTINGS, __NAMESPACE__ . '\show_settings');
});

function show_settings(): void
{
    if (!current_user_can('manage_options')) {
        return;
    }
    ?>
    <div class="wrap">
        <h1>Newsrack</h1>
        <form action="options.php" method="post">
            <?php settings_fields(SETTINGS); ?>
            <table class="form-table" role="presentation">
                <?php
                row('origins', __('Partners whose readers may comment', 'newsrack'), function (string $attributes) {
                    printf(
                        '<textarea %s rows="5" class="large-text code" placeholder="https://partner.example">%s</textarea>',
                        $attributes, // phpcs:ignore WordPress.Security.EscapeOutput -- escaped in row()
                        esc_textarea(implode("\n", setting('origins')))
                    );
                }, __('One site a line. Their readers, and those of this site, may then comment without a login; your rules for holding comments stay. Left empty, WordPress decides as it does without this plugin.', 'newsrack'));
                row('newsletter', __('Newsletter', 'newsrack'), function (string $attributes) {
                    printf(
                        '<input type="checkbox" %s value="1" %s>',
                        $attributes, // phpcs:ignore WordPress.Security.EscapeOutput -- escaped in row()
                        checked(setting('newsletter'), true, false)
                    );
                }, sprintf(
                    /* translators: %s: an address */
                    __('Take readers at %s, and mail each a link to confirm.', 'newsrack'),
                    rest_url('newsrack/v1/newsletter')
                ));
                row('keep', __('Seconds to keep articles', 'newsrack'), input('number', 'keep', 'min="0" max="86400" class="small-text"'), __('For so long browsers and CDNs may show what they have; 0: they ask each time.', 'newsrack'));
                row('builder', __('Address of the embed builder', 'newsrack'), input('url', 'builder', 'class="regular-text code"'), __('Where “Embed this” beside each article leads, such as https://embed.example/builder.html?preset=partners. Left empty, there is no button.', 'newsrack'));
                row('embed', __('The button offers', 'newsrack'), function (string $attributes) {
                    printf('<select %s>', $attributes); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped in row()
                    foreach (['article-card' => __('a card that leads here', 'newsrack'), 'article' => __('the whole article', 'newsrack')] as $value => $words) {
                        printf('<option value="%s" %s>%s</option>', esc_attr($value), selected(setting('embed'), $value, false), esc_html($words));
                    }
                    echo '</select>';
                });
                row('label', __('The button says', 'newsrack'), input('text', 'label', 'class="regular-text"'), __('Left empty: Embed this', 'newsrack'));
                row('frame', __('Address of frame.html', 'newsrack'), input('url', 'frame', 'class="regular-text code"'), __('Sites that ask by oEmbed are then answered with a frame, for the addresses of articles and of the frame itself. Left empty, WordPress answers.', 'newsrack'));
                ?>
            </table>
            <?php submit_button(); ?>
        </form>
        <?php show_readers_link(); ?>
    </div>
    <?php
}

/** @param callable(string): void $control prints it, with the attributes that tie it to its label and note */
function row(string $name, string $title, callable $control, string $note = ''): void
{
    $id = "newsrack-$name";
    printf('<tr><th scope="row"><label for="%s">%s</label></th><td>', esc_attr($id), esc_html($title));
    $control(sprintf(
        'id="%1$s" name="%2$s[%3$s]"%4$s',
        esc_attr($id),
        esc_attr(SETTINGS),
        esc_attr($name),
        $note ? sprintf(' aria-describedby="%s-note"', esc_attr($id)) : ''
    ));
    if ($note) {
        printf('<p class="description" id="%s-note">%s</p>', esc_attr($id), esc_html($note));
    }
    echo '</td></tr>';
}

/** @param string $more attributes, as they are to be printed */
function input(string $type, string $name, string $more): callable
{
    return function (string $attributes) use ($type, $name, $more) {
        // phpcs:ignore WordPress.Security.EscapeOutput -- $attributes are escaped in row(), $more is written above
        printf('<input type="%s" value="%s" %s %s>', esc_attr($type), esc_attr((string) setting($name)), $attributes, $more);
    };
}
