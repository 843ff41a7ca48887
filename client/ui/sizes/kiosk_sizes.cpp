#include <client/ui/sizes/kiosk_sizes.h>

namespace starqueue::ui {

namespace {

void enlarge(KioskText& text)
{
    text.wait = 51;
    text.latinName = 54;
    text.advice = 56;
    text.banner = 58;
    text.choice = 54;
    text.main = 58;
}

/// One service a row, with its figures beside its name.
void flatten(KioskTile& tile)
{
    tile.top = 28;
    tile.lowest = 150;
    tile.tallest = 190;
    tile.tallestInReach = 190;
    tile.padding = 12;
    tile.lowPadding = 12;
}

} // namespace

KioskSizes kioskSizes(bool largeText)
{
    KioskSizes sizes;
    if (!largeText)
        return sizes;
    enlarge(sizes.text);
    flatten(sizes.tile);
    sizes.page.hint = 0;
    sizes.banner.least = 150;
    sizes.ticket.top = 40;
    sizes.ticket.codeAlone = 306;
    return sizes;
}

} // namespace starqueue::ui
