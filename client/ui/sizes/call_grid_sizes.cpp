#include <client/ui/sizes/call_grid_sizes.h>

#include <array>

namespace starqueue::ui {

namespace {

/// The newest takes no more than it must, so that others have room.
CallGridSizes tight(int columns, int rows)
{
    CallGridSizes sizes;
    sizes.columns = columns;
    sizes.rows = rows;
    sizes.newest = 270;
    sizes.called = 230;
    sizes.sign = 480;
    sizes.signFigure = 116;
    sizes.signFigureLong = 60;
    sizes.signLongHeight = 112;
    sizes.signWord = 44;
    sizes.gap = 12;
    sizes.number = 116;
    sizes.place = 250;
    sizes.placeLong = 300;
    sizes.figure = 72;
    sizes.figureLong = 44;
    sizes.longHeight = 106;
    return sizes;
}

CallGridSizes acrossThePage(int columns, int rows)
{
    CallGridSizes sizes = tight(columns, rows);
    sizes.waits = false;
    sizes.sign = 800;
    return sizes;
}

CallGridSizes fiveRows(int columns)
{
    CallGridSizes sizes = acrossThePage(columns, 5);
    sizes.gap = 6;
    sizes.figure = 64;
    return sizes;
}

CallGridSizes mostOfAll()
{
    CallGridSizes sizes = fiveRows(4);
    sizes.number = 94;
    sizes.place = 190;
    sizes.placeLong = 200;
    return sizes;
}

} // namespace

CallGridSizes callGridFor(qsizetype others)
{
    const std::array sizes{CallGridSizes{}, tight(2, 4), acrossThePage(3, 4), fiveRows(3)};
    for (const CallGridSizes& one : sizes)
        if (others <= one.cells())
            return one;
    return mostOfAll();
}

} // namespace starqueue::ui
