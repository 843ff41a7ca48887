#pragma once

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <sstream>
#include <string>

namespace starqueue::hall::test {

/// What is logged while it lives.
class LogCopy
{
public:
    LogCopy() { spdlog::default_logger()->sinks().push_back(m_sink); }
    ~LogCopy() { std::erase(spdlog::default_logger()->sinks(), m_sink); }
    LogCopy(const LogCopy&) = delete;
    LogCopy& operator=(const LogCopy&) = delete;

    std::string take()
    {
        std::string text = m_text.str();
        m_text.str({});
        return text;
    }

private:
    std::ostringstream m_text;
    std::shared_ptr<spdlog::sinks::ostream_sink_mt> m_sink =
        std::make_shared<spdlog::sinks::ostream_sink_mt>(m_text, true);
};

} // namespace starqueue::hall::test
