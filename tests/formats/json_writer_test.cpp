#include <formats/json/json_writer.h>

#include <gmock/gmock.h>

#include <limits>

namespace starqueue::formats {

TEST(JsonWriter, SetsACommaBetweenValuesAndNowhereElse)
{
    JsonWriter json;
    json.beginObject();
    json.key("empty");
    json.beginArray();
    json.endArray();
    json.key("list");
    json.beginArray();
    json.beginObject();
    json.endObject();
    json.beginObject();
    json.key("a");
    json.null();
    json.endObject();
    json.beginArray();
    json.endArray();
    json.string("[");
    json.boolean(true);
    json.number(-1);
    json.raw("{}");
    json.endArray();
    json.key("last");
    json.string("ends in :");
    json.key("flag");
    json.boolean(false);
    json.endObject();
    EXPECT_EQ(json.take(),
              R"({"empty":[],"list":[{},{"a":null},[],"[",true,-1,{}],"last":"ends in :","flag":false})");
}

TEST(JsonWriter, WritesNumbersAsTheShortestTextThatReadsBackAsTheSame)
{
    JsonWriter json;
    json.beginArray();
    json.number(0.1);
    json.number(300.0);
    json.number(1e300);
    json.number(std::numeric_limits<std::int64_t>::min());
    json.number(std::numeric_limits<std::uint64_t>::max());
    json.number(std::uint8_t{5});
    json.endArray();
    EXPECT_EQ(json.take(), "[0.1,300,1e+300,-9223372036854775808,18446744073709551615,5]");
}

TEST(JsonWriter, TellsWhereAKeyBegins)
{
    JsonWriter json;
    json.beginObject();
    EXPECT_EQ(json.key("a"), 1U);
    json.number(1);
    const std::size_t begin = json.key("b");
    json.number(2);
    const std::size_t end = json.size();
    json.endObject();
    EXPECT_EQ(json.take().substr(begin, end - begin), R"("b":2)");
}

TEST(JsonWriter, WritesWhatIsUtf8AsItIsAndEscapesTheRest)
{
    const auto written = [](std::string_view text) {
        JsonWriter json;
        json.string(text);
        return json.take();
    };
    for (const char* text : {"", "a~\x7F", "é", "\xDF\xBF", "套餐", "\xE0\xA0\x80", "\xED\x9F\xBF",
                             "\xEF\xBF\xBF", "😀", "\xF4\x8F\xBF\xBF"})
        EXPECT_EQ(written(text), std::string{"\""} + text + "\"");
    EXPECT_EQ(written("套\n\"餐\\"), R"("套\n\"餐\\")");
    for (const char* damaged : {"\x80", "\xC1\xBF", "\xE5", "\xE0\x9F\xBF", "\xED\xA0\x80",
                                "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE5\xA5\x20"})
        EXPECT_THAT(written(damaged), testing::HasSubstr("\xEF\xBF\xBD")) << damaged;
}

TEST(JsonWriter, WritesAValueAloneWithoutAComma)
{
    JsonWriter json;
    json.string("a");
    EXPECT_EQ(json.take(), R"("a")");
}

} // namespace starqueue::formats
