#include <formats/encoding/pinyin.h>

#include <formats/encoding/conversion.h>

#include <algorithm>

namespace starqueue::formats {

namespace {

/// What stands on signs in halls, each with the only reading that it has there. Characters of several
/// readings (行 长 处 会 重 调) are left out.
constexpr std::string_view kReadings =
    "零ling2 一yi1 二er4 两liang3 三san1 四si4 五wu3 六liu4 七qi1 八ba1 九jiu3 十shi2 百bai3 千qian1 甲jia3 "
    "乙yi3 "
    "丙bing3 丁ding1 号hao4 窗chuang1 口kou3 台tai2 室shi4 楼lou2 层ceng2 区qu1 厅ting1 柜gui4 桌zhuo1 席xi2 "
    "位wei4 "
    "房fang2 间jian1 门men2 座zuo4 栋dong4 站zhan4 点dian3 部bu4 科ke1 岛dao3 亭ting2 屋wu1 厢xiang1 廊lang2 "
    "东dong1 南nan2 西xi1 北bei3 左zuo3 右you4 上shang4 下xia4 前qian2 后hou4 中zhong1 内nei4 外wai4 里li3 "
    "侧ce4 "
    "贵gui4 宾bin1 大da4 小xiao3 高gao1 新xin1 老lao3 快kuai4 专zhuan1 特te4 优you1 先xian1 主zhu3 副fu4 "
    "总zong3 "
    "综zong1 合he2 普pu3 通tong1 自zi4 助zhu4 人ren2 工gong1 公gong1 私si1 对dui4 个ge4 团tuan2 集ji2 企qi3 "
    "业ye4 "
    "商shang1 政zheng4 务wu4 客ke4 户hu4 服fu2 理li3 财cai2 咨zi1 询xun2 引yin3 导dao3 接jie1 待dai4 受shou4 "
    "办ban4 "
    "事shi4 件jian4 证zheng4 照zhao4 收shou1 费fei4 缴jiao3 付fu4 款kuan3 现xian4 金jin1 账zhang4 存cun2 "
    "取qu3 "
    "贷dai4 汇hui4 币bi4 保bao3 险xian3 税shui4 社she4 医yi1 药yao4 档dang4 案an4 籍ji2 身shen1 份fen4 护hu4 "
    "车che1 "
    "土tu3 地di4 产chan3 登deng1 记ji4 投tou2 诉su4 建jian4 议yi4 维wei2 修xiu1 售shou4 退tui4 换huan4 补bu3 "
    "卡ka3 "
    "宽kuan1 带dai4 套tao4 餐can1 手shou3 机ji1 电dian4 话hua4 网wang3 络luo4 体ti3 验yan4 展zhan3 示shi4 "
    "安an1 "
    "全quan2 检jian3 评ping2 领ling3 放fang4 年nian2 残can2 疾ji2 军jun1 母mu3 婴ying1 绿lü4 色se4 红hong2 "
    "蓝lan2 "
    "黄huang2 白bai2 银yin2 钻zuan4 石shi2 星xing1 尊zun1 享xiang3 国guo2 际ji4 英ying1 文wen2 语yu3 预yu4 "
    "约yue1 "
    "开kai1 请qing3 员yuan2 道dao4 街jie1 路lu4 省sheng3 市shi4 县xian4 镇zhen4 乡xiang1 村cun1 等deng3 "
    "候hou4 "
    "休xiu1 息xi1 洽qia4 谈tan2 签qian1 审shen3 批pi1 发fa1 票piao4 ";

bool isSpelled(char character)
{
    return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
}

/// Of a Chinese character; empty: it isn't known.
std::string_view readingOf(std::string_view character)
{
    constexpr std::size_t kChinese = 3; // bytes; what is shorter stands in the readings themselves
    const std::size_t at = kReadings.find(character);
    if (character.size() < kChinese || at == std::string_view::npos)
        return {};
    const std::size_t from = at + character.size();
    return kReadings.substr(from, kReadings.find(' ', from) - from);
}

/// "gui4", "lü4".
bool isSyllable(std::string_view token)
{
    constexpr std::string_view kUmlaut = "ü";
    constexpr std::size_t kLongest = 6; // "zhuang"
    const char tone = token.back();
    std::string letters(token.substr(0, token.size() - 1));
    if (const std::size_t umlaut = letters.find(kUmlaut); umlaut != std::string::npos)
        letters.replace(umlaut, kUmlaut.size(), "v");
    return tone >= '1' && tone <= '5' && !letters.empty() && letters.size() <= kLongest &&
           std::ranges::all_of(letters, [](char letter) { return letter >= 'a' && letter <= 'z'; }) &&
           letters.find_first_of("aeiouv") != std::string::npos;
}

bool isGap(std::string_view character)
{
    return character == " " || character == "-" || character == "·";
}

/// What is said for a character, a space for a gap; empty: it isn't known.
std::string_view sayingOf(std::string_view character)
{
    if (isGap(character))
        return " ";
    return character.size() == 1 && isSpelled(character[0]) ? character : readingOf(character);
}

/// Syllables stand apart, letters and digits that follow each other together.
void append(std::string& words, std::string_view saying)
{
    const std::string_view last = std::string_view(words).substr(words.rfind(' ') + 1);
    const bool runsOn = isSpelled(saying.front()) && std::ranges::all_of(last, isSpelled);
    if (!last.empty() && !runsOn)
        words += ' ';
    if (saying != " ")
        words += saying;
}

} // namespace

bool isPinyin(std::string_view words)
{
    bool any = false;
    while (!words.empty()) {
        const std::string_view token = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(words.size(), token.size() + 1));
        if (token.empty())
            continue;
        if (!std::ranges::all_of(token, isSpelled) && !isSyllable(token))
            return false;
        any = true;
    }
    return any;
}

std::optional<std::string> pinyinOf(std::string_view sign)
{
    const auto points = codePoints(sign);
    if (!points)
        return std::nullopt;
    std::string words;
    for (const char32_t point : *points) {
        const std::string character = inUtf8(point);
        const std::string_view reading = sayingOf(character);
        if (reading.empty())
            return std::nullopt;
        append(words, reading);
    }
    while (words.ends_with(' '))
        words.pop_back();
    return words.empty() ? std::nullopt : std::optional(std::move(words));
}

} // namespace starqueue::formats
