#pragma once

#include <string>

namespace starqueue::hall {

/// Logs one line an event to standard error: as text, or as a JSON object {time, level, message}.
void logToStandardError(bool asJson);

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
