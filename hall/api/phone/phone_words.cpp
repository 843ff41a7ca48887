#include <hall/api/phone/phone_words.h>

#include <queue/schema/words.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace starqueue::hall {

namespace {

using nlohmann::json;
using queue::Language;

struct Word
{
    std::string_view name;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array kPhoneWords{
    Word{"lang", "zh-CN", "en"},
    Word{"other", "English", "中文"},
    Word{"asOf", "更新于 {time}", "Updated {time}"},
    Word{"cancel", "不等了，取消这个号", "Give up this number"},
    Word{"sureTitle", "要取消这个号吗？", "Give up this number?"},
    Word{"sureHint", "取消后就不会再叫这个号；以后要来，请重新取号。",
         "It won’t be called any more; to come later, take a new one."},
    Word{"keep", "继续等", "Keep waiting"},
    Word{"give", "取消这个号", "Give it up"},
    Word{"cancelFailed", "没有取消成功，请再试一次或到引导台说明。",
         "That didn’t work. Please try again, or tell the desk."},
    Word{"postpone", "我会晚一点到", "I’ll be a little later"},
    Word{"postponeTitle", "推迟叫号？", "Put off the call?"},
    Word{"postponeHint", "{minutes} 分钟内不叫您的号，之后回到原来的位置。只能推迟一次。",
         "You won’t be called for {minutes} minutes and then have your place back. This works once."},
    Word{"later", "推迟 {minutes} 分钟", "{minutes} minutes later"},
    Word{"notLater", "不推迟", "Don’t put it off"},
    Word{"postponeFailed", "没有推迟成功，请再试一次或到引导台说明。",
         "That didn’t work. Please try again, or tell the desk."},
    Word{"lost", "暂时连不上，正在重试。请留意大厅的屏幕和广播。",
         "No connection right now; trying again. Please watch the hall’s screens."},
    Word{"rate", "评价这次办理", "Rate your visit"},
    Word{"explain", "告诉我们原因", "Tell us why"},
    Word{"goneTitle", "没有找到这个号", "This number was not found"},
    Word{"goneHint", "它可能是另一天的号，或者网址不完整。请到引导台询问。",
         "It may be from another day, or the address is incomplete. Please ask at the desk."},
    Word{"restoredTitle", "大厅系统刚恢复过", "The hall was restored"},
    Word{"restoredHint", "系统里没有您的号。请拿着小票到引导台，工作人员会为您安排。",
         "It doesn’t know this number any more. Please ask the usher and show your ticket."},
    Word{"remind", "叫到我时提醒我", "Remind me of my call"},
    Word{"remindSound", "响铃", "rings"},
    Word{"remindVibration", "振动", "vibrates"},
    Word{"remindAwake", "屏幕保持常亮", "keeps its screen on"},
    Word{"reminds", "叫到您时，手机会提醒您：{ways}。请保持本页打开。",
         "When you are called, this phone {ways}. Please keep this page open."},
    Word{"remindsAwakeOnly", "这部手机不能在本页响铃或振动：{ways}，请留意本页和大厅的屏幕。",
         "This phone can’t ring or vibrate here: it {ways}. Please watch this page and the hall’s screens."},
    Word{"remindsNothing", "这部手机不能在本页提醒。请留意大厅的屏幕和广播。",
         "This phone can’t remind you here. Please watch the hall’s screens."},
    Word{"listComma", "、", ", "},
    Word{"waitUnknown", "窗口尚未开始办理", "Counters aren't open yet"},
    Word{"waitAtOnce", "马上办理", "Right away"},
    Word{"waitMinutes", "{range} 分钟", "{range} min"},
    Word{"waitMore", "预计还要 {wait}", "About {wait} more"},
    Word{"waitNear", "请在叫号屏附近等候", "Please wait near the screens"},
    Word{"next", "您是下一位", "You are next"},
    Word{"ahead", "前面 {ahead} 人", "{ahead} ahead of you"},
    Word{"advice", "有优先权的顾客可能先叫；请留意屏幕和广播。",
         "Customers with priority may be called first. Please watch the hall’s screens."},
    Word{"counter", "窗口", "the counter"},
    Word{"counterSigned", "{sign}（{name}）", "{sign} ({name})"},
    Word{"called", "请到{counter}", "Go to {counter}"},
    Word{"calledDetail", "现在轮到您了", "It is your turn now"},
    Word{"calledAgain", "又叫了您一次，请尽快到窗口", "You were called again: please come now"},
    Word{"serving", "正在为您办理", "You are being served"},
    Word{"servingDetail", "在{counter}", "At {counter}"},
    Word{"finished", "已办完", "All done"},
    Word{"finishedDetail", "谢谢您的光临", "Thank you for coming"},
    Word{"no_show", "已过号", "Your number has passed"},
    Word{"no_showDetail", "请到引导台，不必重新排队", "Please go to the desk; no need to queue again"},
    Word{"parked", "请准备好材料", "Please get your papers ready"},
    Word{"parkedDetail", "准备好后请回到{counter}或引导台", "Then come back to {counter} or the desk"},
    Word{"postponed", "已推迟叫号", "Your call is put off"},
    Word{"postponedDetail", "{until} 起重新排队，位置不变", "Back in line at {until}, in the same place"},
    Word{"cancelled", "这个号已取消", "This number is given up"},
    Word{"cancelledDetail", "需要时请重新取号", "Take a new one whenever you need it"},
    Word{"unserved", "今天未能办理", "Not served today"},
    Word{"unservedDetail", "抱歉，请到引导台", "We are sorry; please go to the desk"},
    Word{"question", "您对这次办理满意吗？", "How was your visit?"},
    Word{"until", "{date} {time} 前可以评价一次。", "You can rate once, until {date}, {time}."},
    Word{"day", "{month}月{day}日", "{day} {monthName}"},
    Word{"why", "是什么原因？", "What was the reason?"},
    Word{"whyHint", "可以选几项，也可以不选。", "Choose as many as you like, or none."},
    Word{"send", "送出", "Send"},
    Word{"explained", "谢谢，我们收到了您的原因。", "Thank you, we have your reasons."},
    Word{"failed", "没有送出，请再试一次。", "That wasn’t sent. Please try again."},
    Word{"goneVisitTitle", "没有找到这次办理", "This visit was not found"},
    Word{"goneVisitHint", "它可能已经过了评价期限，或者网址不完整。",
         "It may be too long ago to be rated, or the address is incomplete."},
    Word{"restoredVisitTitle", "大厅系统刚恢复过", "The hall was restored"},
    Word{"restoredVisitHint", "系统里没有这次办理的记录。", "It has no record of this visit."},
    Word{"not_served", "现在还不能评价", "Nothing to rate yet"},
    Word{"not_servedDetail", "这个号还没有办理，或者没有邀请评价。",
         "This number hasn’t been served, or nobody asked for a rating."},
    Word{"panel_first", "请先在窗口评价", "Please rate at the counter"},
    Word{"panel_firstDetail", "窗口的评价器关闭一分钟后，可以在这里评价。",
         "A minute after the panel there has closed you can rate here."},
    Word{"already_rated", "谢谢您的评价", "Thank you for rating"},
    Word{"already_ratedDetail", "这次办理已经评价过。", "This visit has been rated."},
    Word{"rating_over", "评价已经结束", "Rating is over"},
    Word{"rating_overDetail", "已经过了评价期限，或者本大厅不在手机上收评价。",
         "It is too long ago, or this hall takes no ratings on the phone."},
};

bool isAtOnce(const json& wait)
{
    return wait.at("method") != "unknown" && wait.at("p90") == 0;
}

bool isSignLetter(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= 'a' && letter <= 'z');
}

/// Whether a sign stands by itself in a name: "3" does in "3号窗口", not in "3B" or "13".
bool standsIn(std::string_view sign, std::string_view name)
{
    const auto runsOn = [&](std::size_t left) {
        return left + 1 < name.size() && isSignLetter(name[left]) && isSignLetter(name[left + 1]);
    };
    for (std::size_t at = name.find(sign); at != std::string_view::npos; at = name.find(sign, at + 1)) {
        const std::size_t end = at + sign.size();
        if ((at == 0 || !runsOn(at - 1)) && !runsOn(end - 1))
            return true;
    }
    return false;
}

PlaceWords waitingWords(const json& place, Language language)
{
    const json& wait = place.at("waitSeconds");
    const auto ahead = place.at("ahead").is_number() ? place.at("ahead").get<int>() : 0;
    const std::string advice(phoneWord("advice", language));
    if (ahead == 0 && wait.is_object() && isAtOnce(wait))
        return {waitText(wait, language), std::string(phoneWord("waitNear", language)), advice};
    PlaceWords words{ahead == 0 ? std::string(phoneWord("next", language))
                                : phoneWord("ahead", language, {{"ahead", std::to_string(ahead)}}),
                     "", advice};
    if (!wait.is_object())
        return words;
    const bool saysAll = wait.at("method") == "unknown" || isAtOnce(wait);
    words.detail = saysAll ? waitText(wait, language)
                           : phoneWord("waitMore", language, {{"wait", waitText(wait, language)}});
    return words;
}

} // namespace

std::string_view phoneWord(std::string_view name, Language language)
{
    const auto word = std::ranges::find(kPhoneWords, name, &Word::name);
    if (word == kPhoneWords.end())
        throw std::out_of_range("a page asks for a word that there isn't: " + std::string(name));
    return language == Language::Zh ? word->zh : word->en;
}

std::string phoneWord(std::string_view name, Language language,
                      std::initializer_list<std::pair<std::string_view, std::string>> values)
{
    std::string text(phoneWord(name, language));
    for (const auto& [mark, value] : values) {
        const std::string marked = "{" + std::string(mark) + "}";
        if (const std::size_t at = text.find(marked); at != std::string::npos)
            text.replace(at, marked.size(), value);
    }
    return text;
}

std::string waitText(const json& wait, Language language)
{
    constexpr int kMinute = 60;
    if (wait.at("method") == "unknown")
        return std::string(phoneWord("waitUnknown", language));
    if (isAtOnce(wait))
        return std::string(phoneWord("waitAtOnce", language));
    const int near = wait.at("p10").get<int>() / kMinute;
    const int far = (wait.at("p90").get<int>() + kMinute - 1) / kMinute;
    const std::string range =
        near == far ? std::to_string(far) : std::to_string(near) + "–" + std::to_string(far);
    return phoneWord("waitMinutes", language, {{"range", range}});
}

std::string counterText(const json& counter, Language language)
{
    if (!counter.is_object())
        return std::string(phoneWord("counter", language));
    const auto sign = counter.at("sign").get<std::string>();
    const auto name = counter.at("name").at(std::string(queue::word(language))).get<std::string>();
    return standsIn(sign, name) ? name
                                : phoneWord("counterSigned", language, {{"sign", sign}, {"name", name}});
}

PlaceWords wordsOf(const json& place, const std::string& until, Language language)
{
    const auto state = place.at("state").get<std::string>();
    if (state == "waiting")
        return waitingWords(place, language);
    const std::string counter = counterText(place.at("counter"), language);
    const bool isAgain = state == "called" && place.at("recalls") > 0;
    return {phoneWord(state, language, {{"counter", counter}}),
            phoneWord(isAgain ? "calledAgain" : state + "Detail", language,
                      {{"counter", counter}, {"until", until}}),
            ""};
}

} // namespace starqueue::hall
