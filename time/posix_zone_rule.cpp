#include <time/posix_zone_rule.h>

#include <cctype>
#include <chrono>
#include <stdexcept>

namespace starqueue::time {

using namespace std::chrono;

/// Parses the text from its front.
class PosixZoneParser
{
public:
    explicit PosixZoneParser(std::string_view text) : m_rest(text) {}

    PosixZoneRule rule()
    {
        PosixZoneRule rule;
        name();
        rule.m_standard = -clock();
        if (m_rest.empty())
            return rule;
        name();
        rule.m_summer = m_rest.empty() || m_rest.front() == ',' ? rule.m_standard + 3600 : -clock();
        expect(',');
        const auto begins = moment();
        expect(',');
        rule.m_moments = {begins, moment()};
        return rule;
    }

private:
    using Moment = PosixZoneRule::Moment;
    using DayForm = PosixZoneRule::DayForm;

    void name()
    {
        if (has('<'))
            m_rest.remove_prefix(std::min(m_rest.find('>'), m_rest.size() - 1) + 1);
        else
            while (!m_rest.empty() && std::isalpha(static_cast<unsigned char>(m_rest.front())) != 0)
                m_rest.remove_prefix(1);
    }

    std::int32_t clock()
    {
        const int sign = has('-') ? -1 : 1;
        static_cast<void>(has('+'));
        std::int32_t offset = number() * 3600;
        if (has(':'))
            offset += number() * 60;
        if (has(':'))
            offset += number();
        return sign * offset;
    }

    Moment moment()
    {
        Moment moment;
        if (has('M')) {
            moment.month = number();
            expect('.');
            moment.week = number();
            expect('.');
        } else {
            moment.form = has('J') ? DayForm::JulianWithoutLeapDay : DayForm::ZeroBased;
        }
        moment.day = number();
        if (has('/'))
            moment.time = clock();
        return moment;
    }

    int number()
    {
        if (m_rest.empty() || std::isdigit(static_cast<unsigned char>(m_rest.front())) == 0)
            throw std::runtime_error("its rule lacks a number");
        int value = 0;
        for (;
             !m_rest.empty() && std::isdigit(static_cast<unsigned char>(m_rest.front())) != 0 && value < 1000;
             m_rest.remove_prefix(1))
            value = value * 10 + (m_rest.front() - '0');
        return value;
    }

    bool has(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void expect(char c)
    {
        if (!has(c))
            throw std::runtime_error(std::string{"its rule lacks a '"} + c + "'");
    }

    std::string_view m_rest;
};

PosixZoneRule PosixZoneRule::parse(std::string_view text)
{
    return PosixZoneParser{text}.rule();
}

std::int64_t PosixZoneRule::localSeconds(const Moment& moment, int in)
{
    const auto january = sys_days{year{in} / 1 / 1};
    sys_days day = january + days{moment.day};
    if (moment.form == DayForm::JulianWithoutLeapDay)
        day = january + days{moment.day - 1 + (year{in}.is_leap() && moment.day >= 60 ? 1 : 0)};
    if (moment.form == DayForm::MonthWeekDay) {
        const auto inMonth = year{in} / month{static_cast<unsigned>(moment.month)};
        const weekday on{static_cast<unsigned>(moment.day)};
        day = moment.week == 5 ? sys_days{inMonth / on[last]}
                               : sys_days{inMonth / on[static_cast<unsigned>(moment.week)]};
    }
    return seconds{day.time_since_epoch()}.count() + moment.time;
}

std::vector<std::pair<std::int64_t, std::int32_t>> PosixZoneRule::changesIn(int year) const
{
    if (!m_moments)
        return {};
    const std::pair begins{localSeconds(m_moments->first, year) - m_standard, m_summer};
    const std::pair ends{localSeconds(m_moments->second, year) - m_summer, m_standard};
    if (begins.first < ends.first)
        return {begins, ends};
    return {ends, begins};
}

} // namespace starqueue::time
