package torgau.catalogue.glossary;

import java.util.List;
import java.util.Locale;

/// Names of months in English, Russian and Ukrainian.
final class Months {
    private static final List<List<String>> BEGIN = List.of(
            List.of("jan", "янв", "січ"),
            List.of("feb", "фев", "лют"),
            List.of("mar", "мар", "берез"),
            List.of("apr", "апр", "квіт"),
            List.of("may", "мая", "май", "трав"),
            List.of("jun", "июн", "черв"),
            List.of("jul", "июл", "лип"),
            List.of("aug", "авг", "серп"),
            List.of("sep", "сент", "верес"),
            List.of("oct", "окт", "жовт"),
            List.of("nov", "нояб", "листопад"),
            List.of("dec", "дек", "груд"));
    private static final List<List<String>> GROUP = List.of(
            List.of("JAN", "ЯНВ", "СІЧ"),
            List.of("FEB", "ФЕВ", "ЛЮТ"),
            List.of("MAR", "МАР", "БЕР"),
            List.of("APR", "АПР", "КВІ"),
            List.of("MAY", "МАЙ", "МАЯ", "ТРА"),
            List.of("JUN", "ИЮН", "ЧЕР"),
            List.of("JUL", "ИЮЛ", "ЛИП"),
            List.of("AUG", "АВГ", "СЕР"),
            List.of("SEP", "СЕН", "ВЕР"),
            List.of("OCT", "ОКТ", "ЖОВ"),
            List.of("NOV", "НОЯ", "ЛИС"),
            List.of("DEC", "ДЕК", "ГРУ"));
    /// Names of months as a pattern, in whatever case of the noun.
    static final String NAMES =
            "(?:(?:jan|febr)(?:uary)?|feb|march|mar|april|apr|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?|январ\\p{L}+|феврал\\p{L}+|марта?|апрел\\p{L}+|ма[яй]|июн\\p{L}+|июл\\p{L}+"
                    + "|августа?|сентябр\\p{L}+|октябр\\p{L}+|ноябр\\p{L}+|декабр\\p{L}+|січ(?:ень|ня)|лют(?:ий|ого)|берез(?:ень|ня)"
                    + "|квіт(?:ень|ня)|трав(?:ень|ня)|черв(?:ень|ня)|лип(?:ень|ня)|серп(?:ень|ня)|верес(?:ень|ня)|жовт(?:ень|ня)"
                    + "|листопада?|груд(?:ень|ня))";

    private Months() {}

    /// The number of a month that [#NAMES] found, 1 to 12.
    static int named(String name) {
        return number(BEGIN, name.toLowerCase(Locale.ROOT));
    }

    /// The number of a month in a date and time group; 0 if it is none.
    static int grouped(String name) {
        return number(GROUP, name.toUpperCase(Locale.ROOT));
    }

    private static int number(List<List<String>> months, String name) {
        for (int i = 0; i < months.size(); i++) {
            if (months.get(i).stream().anyMatch(name::startsWith)) {
                return i + 1;
            }
        }
        return 0;
    }
}
