#include <firmware-bridge/simulators/paper/paper_line.h>

#include <algorithm>
#include <utility>

namespace starqueue::simulators {

void PaperLineBuffer::add(Mark mark)
{
    mark.left = m_position;
    m_position += mark.dots.width * mark.across;
    m_marks.push_back(std::move(mark));
}

int PaperLineBuffer::height() const
{
    int height = 0;
    for (const Mark& mark : m_marks)
        height = std::max(height, mark.dots.height * mark.down);
    return height;
}

int PaperLineBuffer::width() const
{
    int width = 0;
    for (const Mark& mark : m_marks)
        width = std::max(width, mark.left + mark.dots.width * mark.across);
    return width;
}

void PaperLineBuffer::drawOn(raster::Bitmap& paper, int left, int top) const
{
    const int foot = top + height();
    for (const Mark& mark : m_marks) {
        drawEnlarged(paper, mark.dots, left + mark.left, foot - mark.dots.height * mark.down, mark.across,
                     mark.down);
        for (int y = 0; y < mark.underline; ++y)
            for (int x = 0; x < mark.dots.width * mark.across; ++x)
                paper.blacken(left + mark.left + x, foot + y);
    }
}

void PaperLineBuffer::clear()
{
    m_marks.clear();
    m_position = 0;
}

void drawEnlarged(raster::Bitmap& paper, const raster::Bitmap& dots, int left, int top, int across, int down)
{
    for (int y = 0; y < dots.height * down; ++y)
        for (int x = 0; x < dots.width * across; ++x)
            if (dots.isBlack(x / across, y / down))
                paper.blacken(left + x, top + y);
}

} // namespace starqueue::simulators
