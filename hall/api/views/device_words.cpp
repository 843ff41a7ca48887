#include <hall/api/views/device_words.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace starqueue::hall {

namespace {

struct Row
{
    std::string_view fault;
    std::string_view zh;
    std::string_view en;
    std::string_view remedyZh;
    std::string_view remedyEn;
};

constexpr std::array kFaults{
    // of printers
    Row{"starting", "正在启动", "starting", "请稍候", "wait a moment"},
    Row{"nearEnd", "纸将用完", "paper low", "请备好纸卷，尽快更换",
        "have a new roll ready, and change it soon"},
    Row{"paperOut", "缺纸", "out of paper", "装入纸卷，合上盖；有的机型还要按一下走纸键",
        "put a roll in and close the cover; some models then want FEED pressed"},
    Row{"coverOpen", "机盖打开", "cover open", "合上机盖，听到卡扣声", "close the cover until it clicks"},
    Row{"cutter", "切刀卡住", "cutter blocked", "打开机盖，取出切刀处的碎纸，再合上；约四秒后自动恢复",
        "open the cover, take out what blocks the cutter, close it; it goes on by itself within 4 s"},
    Row{"jam", "卡纸", "paper jam", "打开机盖，取出卡住的纸，再合上",
        "open the cover, take the paper out, close it"},
    Row{"presenter", "出票口故障", "presenter blocked", "清理出票口，取出卡住的纸；有的机型还要按一下走纸键",
        "clear the ticket slot; some models then want FEED pressed"},
    Row{"ticketWaiting", "出票口有未取的票", "a ticket waits in the slot", "取走出票口的票，下一张随即打印",
        "take the ticket out of the slot; the next one follows"},
    Row{"cooling", "打印头过热，冷却中", "print head cooling down", "无需处理，约半分钟后自动恢复",
        "nothing: it goes on by itself in half a minute"},
    Row{"feed", "等待按走纸键", "waits for FEED",
        "按一下打印机上的走纸键（FEED）；若一直不恢复，看走纸键是否被卡住",
        "press FEED on the printer once; if that changes nothing, see whether the key is stuck"},
    Row{"broken", "打印机故障", "broken", "关机，等十秒再开机；仍不行则更换打印机",
        "switch it off, wait 10 s, switch it on; if that doesn't help, replace it"},
    Row{"doesntConfirm", "能打印，但不回报结果", "prints, but doesn't confirm",
        "可以继续使用：只能报“已发送”。检查数据线是否双向接好，或用 starqueue certify 重新识别机型",
        "usable: \"sent\" is all that can be said. Check that the cable carries answers, or have starqueue "
        "certify find its profile"},
    Row{"otherLanguage", "打印机使用另一种指令集", "speaks another language",
        "在打印机设置中选 ESC/POS（Epson）仿真", "set the printer to ESC/POS (Epson) emulation"},
    Row{"wrongBaud", "波特率或校验位不符", "wrong baud rate or parity",
        "使 bridge.toml 的 baud 与打印机自检页一致，或运行 starqueue certify",
        "make baud in bridge.toml that of the printer's self-test, or run starqueue certify"},
    Row{"noPermission", "无权打开端口", "no permission for the port",
        "把服务用户加入端口所属的组（串口 dialout，USB 打印机 lp），再重启服务",
        "add the service's user to the port's group (dialout for serial ports, lp for USB printers) and "
        "restart it"},
    Row{"portInUse", "端口被占用", "the port is in use", "关闭占用它的程序", "end the program that holds it"},
    Row{"portMissing", "没有这个端口", "no such port", "检查 bridge.toml 中 port 的写法和数据线",
        "check how port is written in bridge.toml, and the cable"},
    Row{"silent", "无应答", "doesn't answer", "检查电源、数据线，以及打印机的串口设置",
        "check power and cable, and how its interface is set"},
    Row{"unplugged", "端口消失", "its port is gone", "检查电脑一端的插头", "check the plug at the computer"},
    Row{"blocked", "打印机不接收数据", "takes no data",
        "缺纸、开盖或握手线（CTS、XOFF）未接好：检查纸、机盖，再查数据线",
        "out of paper, cover open, or a handshake line (CTS, XOFF) that isn't wired: check paper, cover, "
        "cable"},
    Row{"statusUnanswered", "有状态查询不应答", "leaves a question of status unanswered",
        "运行 starqueue certify，使用它写出的 profile；或在 bridge.toml 中设 trust = \"writes\"，照常打印",
        "run starqueue certify and use the profile that it writes; or set trust = \"writes\" in bridge.toml: "
        "it prints all the same"},
    Row{"released", "端口已暂时让出", "port released for a while", "无需处理，到时自动恢复",
        "nothing: the bridge takes it back by itself"},
    // of panels, keypads and call-number displays
    Row{"eeprom", "存储器故障", "memory fault", "更换该设备", "replace the device"},
    Row{"ringFull", "按键记录已满", "its memory of presses is full", "检查总线：记录未被取走",
        "check the bus: its presses aren't fetched"},
    Row{"stuckKey", "按键卡住", "a key is stuck", "清洁或更换该按键", "clean or replace the key"},
    Row{"segments", "显示段故障", "segments are dead", "更换显示屏", "replace the display"},
};

queue::Name name(std::string_view zh, std::string_view en)
{
    return {std::string(zh), std::string(en)};
}

DeviceWords said(const Row& row)
{
    return {name(row.zh, row.en), name(row.remedyZh, row.remedyEn)};
}

} // namespace

DeviceWords wordsOf(const queue::Device& device)
{
    if (const auto row = std::ranges::find(kFaults, device.fault, &Row::fault); row != kFaults.end())
        return said(*row);
    if (!device.fault.empty())
        return {name(device.fault, device.fault), {}};
    if (device.state == queue::DeviceState::Ok)
        return {name("就绪", "ready"), {}};
    return {name("状态不明", "out of order"), name("检查电源和数据线", "check power and cable")};
}

DeviceWords wordsWithoutBridge()
{
    return {name("桥接程序未连接", "its bridge isn't connected"),
            name("启动或重启 starqueue-bridge", "start starqueue-bridge on its computer")};
}

DeviceWords wordsOf(const queue::DeviceTest& test)
{
    using enum queue::TestOutcome;
    switch (test.outcome) {
    case None:
        return {name("测试未结束", "the test is under way"), name("请稍候", "wait for it")};
    case Passed:
        return {name("测试通过", "the test passed"), {}};
    case Done:
        return {name("已发送，设备不能回报", "sent; it can't prove more"),
                name("请看设备：测试票、全亮或鸣响", "look at it: a test ticket, all segments, or a beep")};
    case Failed:
        break;
    }
    queue::Device failed;
    failed.fault = test.fault;
    return {name("测试失败", "the test failed"), wordsOf(failed).remedy};
}

} // namespace starqueue::hall
