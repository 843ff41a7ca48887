#include <hall/service/log.h>

#include <formats/encoding/name_text.h>

#include <nlohmann/json.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace starqueue::hall {

namespace {

/// Whatever stands in a message, it is one line of the log.
std::string oneLine(const spdlog::details::log_msg& message)
{
    return formats::shownInOneLine({message.payload.data(), message.payload.size()});
}

class PlainMessage : public spdlog::custom_flag_formatter
{
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override
    {
        const std::string text = oneLine(message);
        out.append(text.data(), text.data() + text.size());
    }
    [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override
    {
        return std::make_unique<PlainMessage>();
    }
};

/// The message as a JSON string, with quotes.
class JsonMessage : public spdlog::custom_flag_formatter
{
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& out) override
    {
        const nlohmann::json text(oneLine(message));
        const std::string quoted = text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        out.append(quoted.data(), quoted.data() + quoted.size());
    }
    [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override
    {
        return std::make_unique<JsonMessage>();
    }
};

} // namespace

std::unique_ptr<spdlog::formatter> logFormatter(bool asJson)
{
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<JsonMessage>('J').add_flag<PlainMessage>('P').set_pattern(
        asJson ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%J})"
               : "%Y-%m-%dT%H:%M:%S.%eZ %l %P");
    return formatter;
}

void logToStandardError(bool asJson)
{
    auto logger = spdlog::stderr_logger_mt("hall");
    logger->set_formatter(logFormatter(asJson));
    spdlog::set_default_logger(std::move(logger));
}

void logError(const std::string& line)
{
    spdlog::error("{}", line);
}

void StorageLog::note(const std::string& notWritable)
{
    if (notWritable.empty() == m_logged.empty())
        return;
    m_logged = notWritable;
    if (notWritable.empty())
        spdlog::info("the disk can be written again: commands are taken");
    else
        spdlog::error("no command is taken: {}", notWritable);
}

void ErasureLog::note(const std::string& trouble)
{
    if (trouble.empty() != m_isPending)
        return;
    m_isPending = !trouble.empty();
    if (m_isPending)
        spdlog::error("why those who left had priority isn't erased yet: {}", trouble);
    else
        spdlog::info("why those who left had priority is erased");
}

} // namespace starqueue::hall
