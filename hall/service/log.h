#pragma once

#include <spdlog/formatter.h>

#include <memory>
#include <string>

namespace starqueue::hall {

/// A line of the log as text, or as a JSON object {time, level, message}. What a message holds that could be
/// taken for another line, such as a line break, is written out.
[[nodiscard]] std::unique_ptr<spdlog::formatter> logFormatter(bool asJson);
/// Logs one line an event to standard error, see logFormatter().
void logToStandardError(bool asJson);

void logError(const std::string& line);

/// Logs once when the disk takes no commands any more, and once when it does again. One thread.
class StorageLog
{
public:
    /// `notWritable`: why not and what to do; empty: it takes them.
    void note(const std::string& notWritable);

private:
    std::string m_logged;
};

/// Logs once when something can't be erased that should be, and once when it is. One thread.
class ErasureLog
{
public:
    /// `trouble`: why not and what to do; empty: all is erased.
    void note(const std::string& trouble);

private:
    bool m_isPending = false;
};

} // namespace starqueue::hall
