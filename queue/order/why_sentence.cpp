#include <queue/order/why_sentence.h>

#include <algorithm>

namespace starqueue::queue {

namespace {

constexpr std::size_t kMostNamed = 3;

struct Words
{
    const State& state;
    bool zh;

    [[nodiscard]] std::string pick(std::string_view inChinese, std::string_view inEnglish) const
    {
        return std::string(zh ? inChinese : inEnglish);
    }

    /// Whole minutes; seconds below two minutes.
    [[nodiscard]] std::string span(Millis millis) const
    {
        const auto seconds = std::chrono::duration_cast<Seconds>(millis);
        if (seconds < Minutes{2})
            return std::to_string(seconds.count()) + pick("秒", " s");
        return std::to_string(std::chrono::duration_cast<Minutes>(seconds).count()) + pick("分钟", " min");
    }
};

std::string byGuard(const Why& why, const Words& words)
{
    const Millis guard = words.state.rules->guard.value_or(why.age);
    return words.zh ? "已等候" + words.span(why.age) + "：等候满" + words.span(guard) + "者最先叫号。"
                    : "Has waited " + words.span(why.age) + ": whoever has waited " + words.span(guard) +
                          " goes before everybody else.";
}

std::string byHeadStart(const Why& why, const Words& words)
{
    if (why.headStart == Millis{0})
        return words.pick("等候最久，先到先办。", "Has waited longest: first come, first served.");
    return words.zh ? "取号时间提前" + words.span(why.headStart) + "计算，因此排在最前。"
                    : "Counts as taken " + words.span(why.headStart) + " earlier, and so comes first.";
}

std::string timesOfMost(const Why& why, const Words& words)
{
    const std::string times = std::to_string(why.timesPassed);
    const std::string most = std::to_string(why.mostPasses);
    return words.zh ? "被先叫" + times + "次（最多" + most + "次）"
                    : "passed " + times + " of at most " + most + " times";
}

std::string byCount(const Why& why, const Words& words)
{
    return words.zh ? "已" + timesOfMost(why, words) + "，因此排在未达上限的客户之前。"
                    : "Was " + timesOfMost(why, words) + ": goes before everybody who wasn't.";
}

std::string howOftenPassed(const Why& why, const Words& words)
{
    if (why.timesPassed == 0 || why.rule == WhyRule::Passed)
        return {};
    return words.zh ? "此前" + timesOfMost(why, words) + "。" : "Was " + timesOfMost(why, words) + ".";
}

std::string byRank(const Why& why, const Words& words)
{
    switch (why.discipline) {
    case Discipline::HeadStart:
        return byHeadStart(why, words);
    case Discipline::Fifo:
        return words.pick("等候最久，先到先办。", "Has waited longest: first come, first served.");
    case Discipline::Strict:
        return words.pick("等候者中级别最高，同级先到先办。",
                          "Has the highest level of those waiting; among equals, came first.");
    case Discipline::Weighted:
        return words.pick("按各级别的叫号比例，轮到该级别。",
                          "It is this level's turn by the agreed ratio of calls.");
    case Discipline::Accumulating:
        return words.pick("按等候时间与级别累计的优先值最高。",
                          "Has gathered the most priority from waiting time and level.");
    }
    return {};
}

std::string outOfTurn(const Why& why, const Words& words)
{
    const std::string clerk =
        why.clerk.empty() ? words.pick("工作人员", "staff") : words.pick("营业员", "clerk ") + why.clerk;
    return words.zh ? "由" + clerk + "指定叫号：" + why.reason + "。"
                    : "Called out of turn by " + clerk + ": " + why.reason + ".";
}

std::string reasonOf(const Why& why, const Words& words)
{
    switch (why.rule) {
    case WhyRule::Guard:
        return byGuard(why, words);
    case WhyRule::Passed:
        return byCount(why, words);
    case WhyRule::Dedication:
        return words.pick("本窗口为专席，先接待其专属星级客户。", "This counter serves its own stars first.");
    case WhyRule::Preference:
        return words.pick("本窗口优先办理这项业务。", "This counter takes this service before others.");
    case WhyRule::Rank:
        return byRank(why, words);
    case WhyRule::OutOfTurn:
        return outOfTurn(why, words);
    case WhyRule::Parked:
        return words.pick("办理中途离开，现返回继续。", "Was parked and comes back to go on.");
    }
    return {};
}

std::string helping(const Why& why, const Words& words)
{
    if (!why.help)
        return {};
    return words.pick("没有专属客户等候，本专席协助其他客户。",
                      "None of this counter's own customers waits, so it helps out.");
}

std::string named(const Passed& passed, const Words& words)
{
    const Ticket* ticket = words.state.find(passed.ticket);
    if (!ticket)
        return {};
    const std::string number = words.state.numberOf(*ticket);
    return number + (words.zh ? "（早到" + words.span(passed.by) + "）" : " by " + words.span(passed.by));
}

std::string passedOver(const Why& why, const Words& words)
{
    if (why.passedCount == 0)
        return {};
    std::string names;
    const std::size_t count = std::min(kMostNamed, why.passed.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::string one = named(why.passed[i], words);
        if (!one.empty())
            names += (names.empty() ? "" : words.pick("、", ", ")) + one;
    }
    const std::string total = std::to_string(why.passedCount);
    const std::string head = words.zh ? "先于" + total + "位更早取号的客户" : "Passed over " + total;
    const std::string list = names.empty() ? "" : words.pick("：", ": ") + names;
    return head + list + words.pick("。", ".");
}

std::string passedElsewhere(const Why& why, const Words& words)
{
    if (why.elsewhereCount == 0)
        return {};
    const std::string count = std::to_string(why.elsewhereCount);
    return words.zh ? "另有" + count + "位更早取号的客户，本窗口不能办理。"
                    : count + " who came earlier can't be served at this counter.";
}

} // namespace

std::string sentence(const Why& why, const State& state, Language language)
{
    const Words words{state, language == Language::Zh};
    std::string text = reasonOf(why, words);
    for (const std::string& more : {howOftenPassed(why, words), helping(why, words), passedOver(why, words),
                                    passedElsewhere(why, words)}) {
        if (!more.empty())
            text += words.pick("", " ") + more;
    }
    return text;
}

} // namespace starqueue::queue
