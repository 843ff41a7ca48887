#pragma once

#include <firmware-bridge/raster/bitmap.h>

#include <vector>

namespace starqueue::simulators {

/// A line of print that is still in the buffer: what stands where, in dots.
class PaperLineBuffer
{
public:
    struct Mark
    {
        raster::Bitmap dots;
        int left = 0;
        int across = 1; ///< how often each dot is repeated
        int down = 1;
        int underline = 0; ///< dots
    };

    /// Puts `mark` where the line is, and moves on by its width.
    void add(Mark mark);
    /// Puts other dots in the place of the last mark's.
    void redrawLast(const raster::Bitmap& dots) { m_marks.back().dots = dots; }
    void moveTo(int left) { m_position = left; }
    [[nodiscard]] int position() const { return m_position; }
    [[nodiscard]] int height() const;
    [[nodiscard]] int width() const;
    [[nodiscard]] bool empty() const { return m_marks.empty(); }
    /// Draws the line with its upper left corner at (`left`, `top`); all stand on the same foot.
    void drawOn(raster::Bitmap& paper, int left, int top) const;
    void clear();

private:
    std::vector<Mark> m_marks;
    int m_position = 0;
};

/// Draws each dot of `dots` `across` by `down` times.
void drawEnlarged(raster::Bitmap& paper, const raster::Bitmap& dots, int left, int top, int across, int down);

} // namespace starqueue::simulators
