#include <firmware-bridge/raster/text_raster.h>

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <vector>

namespace starqueue::raster {

namespace {

/// The font that is nearest to those in printers; what it lacks comes from others.
constexpr char kFamily[] = "Noto Sans Mono CJK SC";
/// In that one Greek and Cyrillic are as wide as Chinese; here they are narrow, with letters 0.6 em wide.
constexpr char kNarrowFamily[] = "DejaVu Sans Mono";

// Dots are black or white: without hinting for that, strokes come out one and two dots wide by chance.
void withoutGrey(FcPattern* pattern, gpointer)
{
    FcPatternDel(pattern, FC_ANTIALIAS);
    FcPatternAddBool(pattern, FC_ANTIALIAS, FcFalse);
    FcPatternDel(pattern, FC_HINT_STYLE);
    FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_FULL);
}

} // namespace

struct TextRaster::Fonts
{
    struct FreeObject
    {
        void operator()(gpointer object) const { g_object_unref(object); }
    };
    using Layout = std::unique_ptr<PangoLayout, FreeObject>;

    std::unique_ptr<PangoFontMap, FreeObject> map{pango_ft2_font_map_new()};
    std::unique_ptr<PangoContext, FreeObject> context;

    Fonts()
    {
        pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map.get()), 72, 72);
        pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map.get()), withoutGrey, nullptr, nullptr);
        context.reset(pango_font_map_create_context(map.get()));
        pango_context_set_language(context.get(), pango_language_from_string("zh-cn"));
    }

    [[nodiscard]] Layout layout(std::string_view utf8, const Wanted& wanted) const
    {
        Layout layout(pango_layout_new(context.get()));
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
            pango_font_description_new(), pango_font_description_free);
        pango_font_description_set_family_static(font.get(), wanted.family);
        pango_font_description_set_absolute_size(font.get(), static_cast<double>(wanted.em) * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), wanted.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
        pango_layout_set_text(layout.get(), utf8.data(), static_cast<int>(utf8.size()));
        return layout;
    }
};

TextRaster::TextRaster() : m_fonts(std::make_unique<Fonts>()) {}

TextRaster::~TextRaster() = default;

// Pango draws on greys alone. Without smoothing, they are black and white.
Bitmap TextRaster::drawn(std::string_view utf8, const Wanted& font, int widest, int height, int baseline)
{
    const Fonts::Layout layout = m_fonts->layout(utf8, font);
    int wanted = 0;
    pango_layout_get_pixel_size(layout.get(), &wanted, nullptr);
    Bitmap bitmap(std::clamp(wanted, 1, widest), height);
    std::vector<unsigned char> greys(static_cast<std::size_t>(bitmap.width) *
                                     static_cast<std::size_t>(height));
    FT_Bitmap dots{};
    dots.rows = static_cast<unsigned>(height);
    dots.width = static_cast<unsigned>(bitmap.width);
    dots.pitch = bitmap.width;
    dots.buffer = greys.data();
    dots.num_grays = 256;
    dots.pixel_mode = FT_PIXEL_MODE_GRAY;
    pango_ft2_render_layout_line(&dots, pango_layout_get_line_readonly(layout.get(), 0), 0, baseline);
    constexpr int kDark = 128;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < bitmap.width; ++x)
            if (greys[static_cast<std::size_t>(y * bitmap.width + x)] >= kDark)
                bitmap.blacken(x, y);
    return bitmap;
}

Bitmap TextRaster::line(std::string_view utf8, int em, bool bold)
{
    constexpr int kWidest = 4096;
    const int room = em * 3; // letters that are stacked stand out far
    return trimmed(drawn(utf8, {kFamily, em, bold}, kWidest, room, em * 2));
}

Bitmap TextRaster::cell(std::string_view character, int width, int height, bool bold)
{
    const int baseline = height * 7 / 8;
    const bool isNarrow = width < height && character.size() > 1;
    const Wanted font =
        isNarrow ? Wanted{kNarrowFamily, height * 5 / 6, bold} : Wanted{kFamily, height, bold};
    return part(drawn(character, font, width, height, baseline), 0, 0, width, height);
}

} // namespace starqueue::raster
