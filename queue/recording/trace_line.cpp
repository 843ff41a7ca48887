#include <queue/recording/trace_line.h>

#include <array>
#include <charconv>

namespace starqueue::queue {

namespace {

constexpr std::size_t kFields = 17;
constexpr std::array<std::string_view, kFields> kNames{
    "vru+line",  "call_id",   "customer_id", "priority", "type",   "date",
    "vru_entry", "vru_exit",  "vru_time",    "q_start",  "q_exit", "q_time",
    "outcome",   "ser_start", "ser_exit",    "ser_time", "server"};
constexpr std::string_view kNobody = "NO_SERVER";
constexpr Seconds kDay{86'400};

enum Field : std::size_t {
    Priority = 3,
    Type = 4,
    Day = 5,
    VoiceEntry = 6,
    QueueStart = 9,
    Outcome = 12,
    ServiceStart = 13,
    Server = 16
};

using Fields = std::array<std::string_view, kFields>;
template <class Value> using Read = tl::expected<Value, std::string>;

// Without a word of the trace: it names people.
tl::unexpected<std::string> misfit(std::size_t field, std::string_view wanted)
{
    return tl::unexpected(std::string{kNames[field]} + " must be " + std::string{wanted});
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && stop == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

/// "9:04:54".
std::optional<Seconds> clock(std::string_view text)
{
    if (text.size() < 7 || text.size() > 8 || text[text.size() - 3] != ':' || text[text.size() - 6] != ':' ||
        text.find_first_not_of("0123456789:") != std::string_view::npos)
        return std::nullopt;
    const auto hours = number(text.substr(0, text.size() - 6));
    const auto minutes = number(text.substr(text.size() - 5, 2));
    const auto seconds = number(text.substr(text.size() - 2));
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    return std::chrono::hours{*hours} + Minutes{*minutes} + Seconds{*seconds};
}

/// "990131".
std::optional<Date> date(std::string_view text)
{
    if (text.size() != 6 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    const int value = *number(text);
    const Date day{std::chrono::year{1900 + value / 10'000},
                   std::chrono::month{static_cast<unsigned>(value / 100 % 100)},
                   std::chrono::day{static_cast<unsigned>(value % 100)}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

Read<Fields> split(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
        line.remove_suffix(1);
    Fields fields;
    std::size_t count = 0;
    for (bool more = true; more; ++count) {
        const std::size_t tab = line.find('\t');
        more = tab != std::string_view::npos;
        if (count < kFields)
            fields[count] = line.substr(0, tab);
        line.remove_prefix(more ? tab + 1 : line.size());
    }
    if (count != kFields)
        return tl::unexpected("it has " + std::to_string(count) + " fields, not " + std::to_string(kFields));
    for (std::size_t i = 0; i < kFields; ++i)
        if (fields[i].empty())
            return misfit(i, "filled in");
    return fields;
}

/// Entry, exit and seconds are in three fields from `first` on. An exit past midnight is on the next day.
Read<TraceCall::Span> span(const Fields& fields, std::size_t first, Date day)
{
    const auto from = clock(fields[first]);
    const auto until = clock(fields[first + 1]);
    const auto lasts = number(fields[first + 2]);
    if (!from || !until)
        return misfit(from ? first + 1 : first, "a time such as 9:04:54");
    if (!lasts || (*until - *from - Seconds{*lasts}) % kDay != Seconds{0} || Seconds{std::abs(*lasts)} > kDay)
        return misfit(first + 2, "the seconds between the two times before it");
    const Instant begins = std::chrono::sys_days{day} + *from;
    return TraceCall::Span{begins, begins + Seconds{*lasts}};
}

/// The same, but empty where the trace has zeros for "none"; midnight isn't crossed there.
Read<std::optional<TraceCall::Span>> spanOrNone(const Fields& fields, std::size_t first, Date day)
{
    const auto read = span(fields, first, day);
    if (!read)
        return tl::unexpected(read.error());
    if (read->until < read->from)
        return misfit(first + 2, "0 or more");
    const bool none = read->from == read->until && read->from == Instant{std::chrono::sys_days{day}};
    return none ? std::nullopt : std::optional(*read);
}

std::optional<TraceOutcome> outcome(std::string_view text)
{
    if (text == "AGENT")
        return TraceOutcome::Agent;
    if (text == "HANG")
        return TraceOutcome::Hang;
    return text == "PHANTOM" ? std::optional(TraceOutcome::Phantom) : std::nullopt;
}

Read<TraceCall> spans(const Fields& fields, TraceCall call)
{
    const auto voiceUnit = span(fields, VoiceEntry, call.date);
    const auto waited = spanOrNone(fields, QueueStart, call.date);
    const auto served = spanOrNone(fields, ServiceStart, call.date);
    if (!voiceUnit)
        return tl::unexpected(voiceUnit.error());
    if (!waited || !served)
        return tl::unexpected(waited ? served.error() : waited.error());
    call.voiceUnit = *voiceUnit;
    call.waited = *waited;
    call.served = *served;
    // Somebody served past midnight arrived the day before.
    if (call.served && call.served->from + kDay / 2 < call.voiceUnit.from)
        call.served = {call.served->from + kDay, call.served->until + kDay};
    return call;
}

} // namespace

tl::expected<TraceCall, std::string> parseTraceLine(std::string_view line)
{
    const auto fields = split(line);
    if (!fields)
        return tl::unexpected(fields.error());
    const auto priority = number((*fields)[Priority]);
    if (!priority || *priority < 0 || *priority > 2)
        return misfit(Priority, "0, 1 or 2");
    const auto day = date((*fields)[Day]);
    if (!day)
        return misfit(Day, "a date such as 990131");
    const auto end = outcome((*fields)[Outcome]);
    if (!end)
        return misfit(Outcome, "AGENT, HANG or PHANTOM");
    TraceCall call;
    call.priority = *priority;
    call.type = (*fields)[Type];
    call.date = *day;
    call.outcome = *end;
    if ((*fields)[Server] != kNobody)
        call.server = (*fields)[Server];
    return spans(*fields, std::move(call));
}

} // namespace starqueue::queue
