#pragma once

#include <sync/mutex.h>

#include <ostream>
#include <string>

namespace starqueue::cli {

/// A progress bar on a terminal, erased at the end. show() may be called from any thread.
class ProgressBar
{
public:
    /// Draws only if `shown`: not into a file or a pipe.
    ProgressBar(std::ostream& out, std::string title, bool shown);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share` in [0, 1]; redrawn at each whole percent.
    void show(double share);

private:
    const std::string m_title;
    const bool m_shown;
    sync::Mutex m_drawing;
    std::ostream& m_out GUARDED_BY(m_drawing);
    int m_percent GUARDED_BY(m_drawing) = -1;
};

} // namespace starqueue::cli
