String log = new File(basedir, 'build.log').text
File place = new File(basedir, 'src/main/java/shop/Translator.java')
assert log.contains("[ERROR] ${place}:[19,29] model-not-accessible A request for gpt-4o with OPENAI_API_KEY will be refused")
assert log.contains('keyguard FAILED: 1 error')
assert log.contains('keyguard passed')
assert !log.contains('gateway-loopback')
