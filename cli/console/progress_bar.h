#pragma once

#include <sync/mutex.h>

#include <ostream>
#include <string>

namespace starqueue::cli {

/// A bar on a terminal that shows how far a long run is; it goes away at the end. Threads may call show().
class ProgressBar
{
public:
    /// Draws nothing at all unless `shown`: a file or a pipe wants no bar.
    ProgressBar(std::ostream& out, std::string title, bool shown);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share` in [0, 1]; drawn only when a whole percent is gained.
    void show(double share);

private:
    const std::string m_title;
    const bool m_shown;
    sync::Mutex m_drawing;
    std::ostream& m_out GUARDED_BY(m_drawing);
    int m_percent GUARDED_BY(m_drawing) = -1;
};

} // namespace starqueue::cli
