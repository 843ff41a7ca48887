#include <cli/console/progress_bar.h>

#include <algorithm>

namespace starqueue::cli {

namespace {

constexpr int kWidth = 40;

} // namespace

ProgressBar::ProgressBar(std::ostream& out, std::string title, bool shown)
    : m_title(std::move(title)), m_shown(shown), m_out(out)
{}

ProgressBar::~ProgressBar()
{
    if (m_shown && m_percent >= 0)
        m_out << "\r\033[K" << std::flush;
}

void ProgressBar::show(double share)
{
    if (!m_shown)
        return;
    const sync::Lock lock(m_drawing);
    const int percent = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
    if (percent <= m_percent)
        return;
    m_percent = percent;
    const auto full = static_cast<std::size_t>(percent * kWidth / 100);
    m_out << '\r' << m_title << " [" << std::string(full, '#') << std::string(kWidth - full, '.') << "] "
          << percent << " %" << std::flush;
}

} // namespace starqueue::cli
